/** From two solutions to one view: what their code says differently, and what it does. */
package tp6.grader.diff;
