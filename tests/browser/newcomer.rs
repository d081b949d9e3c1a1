//! From the start screen to the printed report of an office that had no applications, as one does it for the first time: beside the text,
//! fewer than forty clicks and keys.

use crate::page::Page;

/// Counts what is clicked and typed beside the text.
struct Walk {
    page: Page,
    steps: usize,
}

impl Walk {
    async fn click(&mut self, selector: &str) {
        self.page.click(selector).await;
        self.steps += 1;
    }

    /// Goes to a row of the rail by its words.
    async fn go(&mut self, words: &str) {
        let mark = "const row = [...document.querySelectorAll('.rail-item')].find(row => row.textContent.includes(arguments[0]));
            row.id = 'wanted'; row.scrollIntoView({block: 'center'})";
        self.page.run(mark, vec![words.into()]).await;
        self.click("#wanted").await;
        self.page.run("document.getElementById('wanted')?.removeAttribute('id')", Vec::new()).await;
        self.page.until("document.documentElement.dataset.shown === location.hash").await;
    }

    /// Writes into a field where the screen puts the focus.
    async fn write(&mut self, name: &str, text: &str) {
        self.page.find(&format!("[name=\"{name}\"]")).await.send_keys(text).await.expect("keys");
    }
}

#[tokio::test]
async fn a_first_report_takes_fewer_than_forty_steps() {
    let page = Page::open().await;
    let mut walk = Walk { page, steps: 0 };
    walk.write("new-office", "某县自然资源局").await;
    walk.click("[data-action=new]").await;
    walk.page.find("[name=\"office.name\"]").await;
    let year = walk.page.value("year").await;
    for (name, text) in [("office.address", "某县人民路1号"), ("office.phone", "0000-1234567")] {
        walk.click(&format!("[name=\"{name}\"]")).await;
        walk.write(name, text).await;
    }
    for table in ["主动公开政府信息情况", "收到和处理", "行政复议"] {
        walk.go(table).await;
        walk.click("[data-action=fill-zero]").await;
    }
    let overview = format!(
        "{year}年，某县自然资源局认真落实《中华人民共和国政府信息公开条例》，推进政府信息公开。\n（一）主动公开。通过政府网站公开工作动态。\n（二）依申请公开。全年未收到政府信息公开申请。\n（三）政府信息管理。由办公室逐条审核公开的内容。\n（四）政府信息公开平台建设。做好政府网站的日常维护。\n（五）监督保障。由办公室每季度检查一次。"
    );
    let texts = [
        ("一、总体情况", "narrative.0.body.0", overview.as_str()),
        (
            "五、存在的主要问题",
            "narrative.4.body.0",
            "一是公开的内容不够全面，二是解读的形式单一。下一步，由办公室于6月底前补齐公开目录，增加图解。",
        ),
        ("六、其他需要报告", "narrative.5.body.0", "本年度未收取信息处理费。没有其他需要报告的事项。"),
    ];
    for (part, name, text) in texts {
        walk.go(part).await;
        walk.write(name, text).await;
    }
    walk.go("落款").await;
    let date = format!("0110{}", year.parse::<u16>().expect("a year") + 1);
    walk.steps += date.len();
    walk.write("published", &date).await;
    walk.page.find("html[data-checked]").await;
    walk.page.until("document.querySelector('[data-count=error]').textContent === '0'").await;
    walk.page.run("window.print = () => { window.printed = true }", Vec::new()).await;
    walk.click("[data-action=print]").await;
    assert!(walk.steps < 40, "{}", walk.steps);
    let Walk { page, .. } = walk;
    page.until("window.printed === true").await;
    let printed: String = page.print().await.split_whitespace().collect();
    for words in ["某县自然资源局", "未收到政府信息公开申请", "结转下年度继续办理"] {
        assert!(printed.contains(words), "{words}");
    }
    page.close().await;
}
