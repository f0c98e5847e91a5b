/**
 * Which solutions of a class are suspiciously alike. JPlag turns sources into tokens and finds the
 * passages that two of them share; what is surprising about that is worked out here.
 */
package tp6.grader.similar;
