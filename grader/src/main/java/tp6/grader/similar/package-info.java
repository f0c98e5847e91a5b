/**
 * Which solutions of a class are suspiciously alike: sources become tokens, passages that two of
 * them share are found, and how surprising that is in this class is worked out.
 */
package tp6.grader.similar;
