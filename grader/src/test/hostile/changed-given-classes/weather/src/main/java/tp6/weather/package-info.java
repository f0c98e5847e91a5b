/** Exercise 1, done. */
package tp6.weather;
