/**
 * What runs in the JVM of a student's program: it obeys the test, and says where the program
 * stands.
 */
package tp6.stage.host;
