/** Texts of others made harmless, and what users are told of their errors. */
package tp6.grader.text;
