/** Two runs of one class: who has another result, and why. */
package tp6.grader.rerun;
