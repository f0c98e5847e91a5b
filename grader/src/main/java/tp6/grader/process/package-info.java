/** Child processes: started, asked, watched, replaced, and nothing left of them. */
package tp6.grader.process;
