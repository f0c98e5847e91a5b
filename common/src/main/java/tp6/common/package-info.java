/** Sockets that speak lines, the contract of a server, and the two clients of the handouts. */
package tp6.common;
