/** JVMs that are asked and answer, and are replaced when they misbehave: of those, one compiles. */
package tp6.grader.compile;
