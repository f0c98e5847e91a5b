/**
 * What code says, as javac reads it: lines of one layout, with the names that could be others. What
 * students have sent is read so in a JVM of its own alone.
 */
package tp6.grader.code;
