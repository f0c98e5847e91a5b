/** What came of a submission: facts, no deeds. */
package tp6.grader.grade;
