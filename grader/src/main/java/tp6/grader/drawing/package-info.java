/** Conversations as pictures: for a browser, and for wherever there are only letters. */
package tp6.grader.drawing;
