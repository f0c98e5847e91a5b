/** What comes of a run: the grade, and the reports at home. */
package tp6.stage.report;
