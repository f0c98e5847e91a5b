/** Exercise 2: a server that tells the time. */
package tp6.clock;
