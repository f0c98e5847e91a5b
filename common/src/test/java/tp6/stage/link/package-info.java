/**
 * The way to a program: its JVM, the line to the host in it, its wires, and how long each is waited
 * for.
 */
package tp6.stage.link;
