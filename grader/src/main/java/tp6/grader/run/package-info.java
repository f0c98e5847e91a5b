/** From classes to a grade: the exercises' own stages, over JVMs that hold a student's program. */
package tp6.grader.run;
