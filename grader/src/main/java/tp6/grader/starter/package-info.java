/** From the course to what students fork: the same files, less the solutions. */
package tp6.grader.starter;
