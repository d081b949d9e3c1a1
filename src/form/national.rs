//! What the national editions are made of: three tables, six parts, and what most of them have in common.

use super::applications::{alone, of, organisation, person};
use super::disputes;
use super::{About, Applicant, Band, Form, Group, Heading, Keys, PartRole, ResultRow};

/// A national edition as data.
pub struct National {
    /// What it says of itself.
    pub about: About,
    /// The bands of table two.
    pub bands: &'static [Band],
    /// The kinds of applicant, the columns of table three before its total.
    pub applicants: &'static [Applicant],
    /// The results of table three, in the order of its rows.
    pub results: &'static [&'static [ResultRow]],
}

impl National {
    /// The form with its tables, figures and relations.
    pub fn form(&'static self, keys: &mut Keys) -> Form {
        let (proactive, applications) = (self.proactive(keys), self.applications(keys));
        let disputes = self.disputes(keys);
        let mut relations = self.application_relations(&applications);
        relations.extend(disputes::relations(&disputes));
        relations.extend(self.band_relations(&proactive));
        Form::new(&self.about, Some(self), vec![proactive, applications, disputes], relations)
    }
}

/// The headings of the six parts.
pub const PARTS: &[Heading] = &[
    Heading::of(PartRole::Overview, "一、总体情况"),
    Heading::of(PartRole::Proactive, "二、主动公开政府信息情况"),
    Heading::of(PartRole::Applications, "三、收到和处理政府信息公开申请情况"),
    Heading::of(PartRole::Disputes, "四、政府信息公开行政复议、行政诉讼情况"),
    Heading::of(PartRole::Problems, "五、存在的主要问题及改进情况"),
    Heading::of(PartRole::Others, "六、其他需要报告的事项"),
];

/// The five topics of the overview.
pub const TOPICS: &[&str] =
    &["（一）主动公开", "（二）依申请公开", "（三）政府信息管理", "（四）政府信息公开平台建设", "（五）监督保障"];

/// The words of a title after the office and the year.
pub const TITLE: &str = "年政府信息公开工作年度报告";

/// The kinds of applicant.
pub const APPLICANTS: &[Applicant] = &[
    person("natural", "自然人"),
    organisation("business", "商业企业"),
    organisation("research", "科研机构"),
    organisation("welfare", "社会公益组织"),
    organisation("legal", "法律服务机构"),
    organisation("other", "其他"),
];

/// 予以公开.
pub static GRANTED: Group =
    Group { id: "granted", label: "予以公开", head: "（一）予以公开", is_open: true };
/// 部分公开.
pub static PARTIAL: Group = Group {
    id: "partial",
    label: "部分公开",
    head: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    is_open: true,
};
/// 不予公开.
pub static DENIED: Group = Group { id: "denied", label: "不予公开", head: "（三）不予公开", is_open: false };
/// 无法提供.
pub static UNABLE: Group = Group { id: "unable", label: "无法提供", head: "（四）无法提供", is_open: false };
/// 不予处理.
pub static REFUSED: Group =
    Group { id: "refused", label: "不予处理", head: "（五）不予处理", is_open: false };
/// 其他处理.
pub static OTHER: Group = Group { id: "other", label: "其他处理", head: "（六）其他处理", is_open: false };

/// The results that every edition has, before 其他处理.
pub static RESULTS: [ResultRow; 18] = [
    alone(&GRANTED),
    alone(&PARTIAL),
    of(&DENIED, "denied.secret", "1.属于国家秘密"),
    of(&DENIED, "denied.law", "2.其他法律行政法规禁止公开"),
    of(&DENIED, "denied.safety", "3.危及“三安全一稳定”"),
    of(&DENIED, "denied.third_party", "4.保护第三方合法权益"),
    of(&DENIED, "denied.internal", "5.属于三类内部事务信息"),
    of(&DENIED, "denied.process", "6.属于四类过程性信息"),
    of(&DENIED, "denied.casefile", "7.属于行政执法案卷"),
    of(&DENIED, "denied.query", "8.属于行政查询事项"),
    of(&UNABLE, "unable.not_held", "1.本机关不掌握相关政府信息"),
    of(&UNABLE, "unable.needs_creation", "2.没有现成信息需要另行制作"),
    of(&UNABLE, "unable.unclear", "3.补正后申请内容仍不明确"),
    of(&REFUSED, "refused.petition", "1.信访举报投诉类申请"),
    of(&REFUSED, "refused.repeat", "2.重复申请"),
    of(&REFUSED, "refused.publication", "3.要求提供公开出版物"),
    of(&REFUSED, "refused.excessive", "4.无正当理由大量反复申请"),
    of(&REFUSED, "refused.confirm", "5.要求行政机关确认或重新出具已获取信息"),
];

#[cfg(test)]
mod tests {
    use crate::form::{FormId, Key};

    #[test]
    fn a_label_names_the_group_and_leaves_the_numbering_out() {
        let label = |name: &str| Key::parse(name).map(Key::label);
        assert_eq!(label("applications.denied.secret.natural").as_deref(), Some("不予公开：属于国家秘密，自然人"));
        assert_eq!(label("applications.partial.total").as_deref(), Some("部分公开，总计"));
        assert_eq!(label("disputes.direct.pending").as_deref(), Some("未经复议直接起诉，尚未审结"));
        assert_eq!(label("proactive.fees.amount").as_deref(), Some("行政事业性收费，本年收费金额（单位：万元）"));
    }

    #[test]
    fn an_edition_words_its_own_rows() {
        let key = Key::parse("proactive.normative.issued");
        let label = key.and_then(|k| FormId::of_year(2023).form().label(k));
        assert_eq!(label.as_deref(), Some("行政规范性文件，本年制发件数"));
    }
}
