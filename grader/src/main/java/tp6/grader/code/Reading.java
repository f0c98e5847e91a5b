package tp6.grader.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of reading a program.
 *
 * @param parts that it consists of, by file
 * @param why there are none, where there are none
 */
public record Reading(Map<String, List<Part>> parts, Optional<PlainText> why) {}
