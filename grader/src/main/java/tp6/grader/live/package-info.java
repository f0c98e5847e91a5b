/** A class at work: who stands where, and what is new. */
package tp6.grader.live;
