//! Icons of one stroke, and the marks of the findings.

use crate::rules::Severity;
use crate::ui::dom::{El, svg};

/// The weights of findings, with the words clerks know and their names in the page.
pub const SEVERITIES: [(Severity, &str, &str); 3] =
    [(Severity::Error, "强制性", "error"), (Severity::Warning, "核实性", "warning"), (Severity::Hint, "提示", "hint")];

/// An icon of the page, by its path. A constant each, so that a piece of the program brings its own along and no others.
#[derive(Clone, Copy)]
pub struct Icon(&'static str);

impl Icon {
    /// 撤销.
    pub const UNDO: Self = Self("M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7");
    /// 重做.
    pub const REDO: Self = Self("m10 3 3.500 3.500L10 10M13 6.500H6.500a4 4 0 0 0 0 8H9");
    /// 打开.
    pub const OPEN: Self =
        Self("M1.500 13V3.500a1 1 0 0 1 1-1h3.500l2 2h5.500a1 1 0 0 1 1 1V13a.5.5 0 0 1-.5.5H2a.5.5 0 0 1-.5-.5Z");
    /// 导出.
    pub const EXPORT: Self = Self("M8 10V2M5 5l3-3 3 3M2 9.500V13a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9.500");
    /// 打印.
    pub const PRINT: Self = Self(
        "M4.500 6V2h7v4M4.500 12H2.500a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h11a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-2M4.500 10h7v4h-7Z",
    );
    /// 帮助.
    pub const HELP: Self = Self(
        "M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM6 6.200A2 2 0 1 1 8.700 8.100c-.5.2-.7.5-.7 1v.4M8 11.600v.1",
    );
    /// 指标解释.
    pub const INFO: Self = Self("M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM8 7.300v4M8 4.700v.1");
    /// 更多.
    pub const MORE: Self = Self("M3 8h.1M8 8h.1M13 8h.1");
    /// 新的一项.
    pub const PLUS: Self = Self("M8 2.500v11M2.500 8h11");
    /// 完成.
    pub const TICK: Self = Self("m2.500 8.500 3.500 3.500 7.500-8");
    /// 上移.
    pub const UP: Self = Self("M8 13V3M4 7l4-4 4 4");
    /// 下移.
    pub const DOWN: Self = Self("M8 3v10M4 9l4 4 4-4");
    /// 移除.
    pub const REMOVE: Self = Self("M2.500 4h11M6 4V2h4v2M4 4l.600 9.500h6.800L12 4");
    /// 关闭.
    pub const CLOSE: Self = Self("m3.500 3.500 9 9M12.500 3.500l-9 9");
    /// 文件.
    pub const FILE: Self = Self("M3.500 1.500h6l3 3v10h-9ZM9.500 1.500v3h3");
    /// 表.
    pub const TABLE: Self = Self("M1.500 2.500h13v11h-13ZM1.500 6h13M1.500 9.800h13M6 2.500v11");
    /// 图.
    pub const CHART: Self = Self("M1.500 14.500h13M3.500 12V8M8 12V3M12.500 12V6");
    /// 只在本机.
    pub const LOCK: Self = Self("M3 7h10v7H3ZM5 7V4.500a3 3 0 0 1 6 0V7");
    /// 下载.
    pub const DOWNLOAD: Self = Self("M8 2v8M5 7l3 3 3-3M2 9.500V13a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9.500");
    /// 查找.
    pub const SEARCH: Self = Self("M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.600 10.600 14 14");
    /// 填写.
    pub const PEN: Self =
        Self("m2 14 .800-3.500L11 2.300a1.200 1.200 0 0 1 1.700 0l1 1a1.200 1.200 0 0 1 0 1.700L5.500 13.200Z");
    /// 粘贴.
    pub const PASTE: Self = Self("M5 3H3.500v11.500h9V3H11M5.500 1.500h5v3h-5Z");
    /// 上一页.
    pub const LEFT: Self = Self("m10 3-5 5 5 5");
    /// 下一页.
    pub const RIGHT: Self = Self("m6 3 5 5-5 5");
    /// 图片.
    pub const PICTURE: Self = Self("M2 2.500h12v11H2ZM2 11l3.500-3.500L9 11l2-2 3 3M10.500 6v.1");
    /// 复制.
    pub const COPY: Self = Self("M5.500 5.500h9v9h-9ZM10.500 5.500v-4h-9v9h4");
    /// 草稿文件.
    pub const BRACES: Self = Self(
        "M6 2C4 2 4.500 4.500 4.500 6S4 8 2.500 8C4 8 4.500 8.500 4.500 10S4 14 6 14M10 2c2 0 1.500 2.500 1.500 4s.500 2 2 2c-1.500 0-2 .500-2 2s.500 4-1.500 4",
    );
    /// 网页.
    pub const GLOBE: Self = Self(
        "M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM1.500 8h13M8 1.500c-4 4-4 9 0 13M8 1.500c4 4 4 9 0 13",
    );
    /// 一格一行.
    pub const LINES: Self = Self("M2.500 4h11M2.500 8h11M2.500 12h7");
    /// 纯文本.
    pub const PAGE: Self = Self("M3.500 1.500h9v13h-9Z");
    /// Markdown.
    pub const HASH: Self = Self("M6 2 4.500 14M11.500 2 10 14M2.500 5.500h11.500M2 10.500h11.500");

    pub(super) fn path(self) -> &'static str {
        self.0
    }
}

/// Draws an icon; it is decoration, the words stand beside it or in a label.
pub fn icon(icon: Icon) -> El {
    let drawing = svg("svg").attrs(&[("class", "icon"), ("viewBox", "0 0 16 16"), ("width", "16"), ("height", "16")]);
    drawing.attr("aria-hidden", "true").child(svg("path").attr("d", icon.path()))
}

/// The mark of a weight: octagon, triangle, circle. A word or a count always stands with it.
pub fn severity_mark(severity: Severity) -> El {
    let (class, shape, inside) = mark_paths(severity);
    let drawing = svg("svg").attrs(&[("class", class), ("viewBox", "0 0 14 14"), ("width", "14"), ("height", "14")]);
    let shape = svg("path").attrs(&[("class", "shape"), ("d", shape)]);
    drawing.attr("aria-hidden", "true").child(shape).child(svg("path").attrs(&[("class", "inside"), ("d", inside)]))
}

/// The class of a weight's mark, its shape and what is in it.
pub(super) fn mark_paths(severity: Severity) -> (&'static str, &'static str, &'static str) {
    match severity {
        Severity::Error => (
            "mark error",
            "M4.700.5h4.600l4.200 4.200v4.600l-4.200 4.200H4.700L.5 9.300V4.700Z",
            "m4.800 4.800 4.400 4.400M9.200 4.800 4.800 9.200",
        ),
        Severity::Warning => ("mark warning", "M7 1 13.500 12.500H.5Z", "M7 5v3.700M7 10.700v.1"),
        Severity::Hint => ("mark hint", "M7 13A6 6 0 1 0 7 1a6 6 0 0 0 0 12Z", "M7 6.300V10M7 4v.1"),
    }
}
