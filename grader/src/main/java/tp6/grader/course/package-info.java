/** The course as the grader carries it: its exercises, and the files that students were given. */
package tp6.grader.course;
