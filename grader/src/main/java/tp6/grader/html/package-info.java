/** What all pages have in common: their frame, and the templates that fill it. */
package tp6.grader.html;
