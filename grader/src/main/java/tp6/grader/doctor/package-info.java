/** Tries the sandbox before it is trusted. */
package tp6.grader.doctor;
