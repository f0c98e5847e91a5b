/**
 * What the code of students says, as javac reads it: lines of one layout, with the names that could
 * be others. It runs in a JVM of its own.
 */
package tp6.grader.code;
