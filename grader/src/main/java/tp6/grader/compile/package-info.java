/** From sources to classes: javac in JVMs of its own, which are replaced when they misbehave. */
package tp6.grader.compile;
