/** Exercise 1: a client of a weather service, over HTTP and XML. */
package tp6.weather;
