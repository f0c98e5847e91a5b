/** The report to look at: a page for the class, and one for each student. */
package tp6.grader.page;
