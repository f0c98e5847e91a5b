/** Exercise 3: a server that repeats what it hears, to one client at a time. */
package tp6.echosingle;
