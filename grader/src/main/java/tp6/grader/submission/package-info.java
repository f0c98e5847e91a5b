/** From what was handed in to sources: what is taken, what is not, and why. */
package tp6.grader.submission;
