package io.tapgate.settings;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.stereotype.Component;

/**
 * Every setting of ours, read before anything is started because of one. What is wrong is said all
 * at once, so that nobody mends ten settings in ten starts.
 */
@Component
public class AllSettings {

  AllSettings(ListableBeanFactory factory) {
    List<BindException> wrong = new ArrayList<>();
    for (String name : factory.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
      if (name.startsWith("tapgate.")) {
        read(factory, name, wrong);
      }
    }
    if (!wrong.isEmpty()) {
      throw new SettingsRefused(wrong);
    }
  }

  private static void read(ListableBeanFactory factory, String name, List<BindException> wrong) {
    try {
      factory.getBean(name);
    } catch (BeanCreationException refused) {
      if (!(refused.getCause() instanceof BindException why)) {
        throw refused;
      }
      wrong.add(why);
    }
  }
}
