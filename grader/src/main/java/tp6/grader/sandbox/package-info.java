/** What a student's program is locked in: bubblewrap, limits, and refused system calls. */
package tp6.grader.sandbox;
