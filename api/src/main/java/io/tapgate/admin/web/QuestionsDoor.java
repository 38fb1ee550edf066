package io.tapgate.admin.web;

import io.tapgate.admin.ListedQuestion;
import io.tapgate.admin.Lists;
import io.tapgate.admin.Page;
import io.tapgate.doors.Asked;
import io.tapgate.doors.Needs;
import io.tapgate.doors.Scope;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions: what is asked where, and what Telegram does not take. */
@RestController
@RequestMapping("/api/v1/questions")
class QuestionsDoor {
  private final Lists lists;

  QuestionsDoor(Lists lists) {
    this.lists = lists;
  }

  @Needs(Scope.READ)
  @GetMapping
  Page<ListedQuestion> list(@RequestParam Map<String, String> parameters) {
    return lists.questions(Asked.of(parameters));
  }

  @Needs(Scope.READ)
  @GetMapping("/{connection}")
  ResponseEntity<?> one(@PathVariable long connection) {
    return Answers.orUnknown(lists.question(connection), "question");
  }
}
