/** Exercise 4: a server that repeats what it hears, to all its clients at once. */
package tp6.echomulti;
