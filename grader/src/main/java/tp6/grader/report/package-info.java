/** From grades to files: each of them a view of the same results. */
package tp6.grader.report;
