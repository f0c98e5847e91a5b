/** How points become a mark, and what a lecturer has decided otherwise. */
package tp6.grader.marking;
