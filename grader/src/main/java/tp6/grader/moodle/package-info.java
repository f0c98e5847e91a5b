/** Moodle's gradebook, worksheet and feedback. */
package tp6.grader.moodle;
