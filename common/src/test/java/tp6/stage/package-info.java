/** The stage kit: the words graded tests are written in, and the report that comes of them. */
package tp6.stage;
