//! What the elements of HTML are to a reader of text, by their names.

/// Elements that begin and end a paragraph.
pub fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"address"
            | b"article"
            | b"aside"
            | b"blockquote"
            | b"center"
            | b"dd"
            | b"details"
            | b"dialog"
            | b"dir"
            | b"div"
            | b"dl"
            | b"dt"
            | b"fieldset"
            | b"figcaption"
            | b"figure"
            | b"footer"
            | b"form"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"header"
            | b"hgroup"
            | b"hr"
            | b"legend"
            | b"li"
            | b"listing"
            | b"main"
            | b"menu"
            | b"nav"
            | b"ol"
            | b"p"
            | b"pre"
            | b"search"
            | b"section"
            | b"summary"
            | b"ul"
            | b"xmp"
            | b"plaintext"
    )
}

/// Elements that have no content, so that they never stay open.
pub fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"basefont"
            | b"bgsound"
            | b"br"
            | b"col"
            | b"embed"
            | b"frame"
            | b"hr"
            | b"img"
            | b"input"
            | b"keygen"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}

/// Elements whose content is no text of the page.
pub fn is_hidden(name: &[u8]) -> bool {
    matches!(
        name,
        b"applet"
            | b"audio"
            | b"canvas"
            | b"colgroup"
            | b"datalist"
            | b"iframe"
            | b"map"
            | b"math"
            | b"noembed"
            | b"noframes"
            | b"noscript"
            | b"object"
            | b"rp"
            | b"rt"
            | b"script"
            | b"style"
            | b"svg"
            | b"template"
            | b"video"
            | b"xml"
    )
}

/// Elements that hold what is around the text of a page.
pub fn is_web(name: &[u8]) -> bool {
    matches!(name, b"aside" | b"button" | b"footer" | b"header" | b"nav" | b"title")
}

/// Elements that mean nothing to the text: their content is read as if they were not there.
pub fn is_shell(name: &[u8]) -> bool {
    matches!(name, b"body" | b"frameset" | b"head" | b"html")
}

/// Elements whose white space stands as it is.
pub fn is_pre(name: &[u8]) -> bool {
    matches!(name, b"listing" | b"plaintext" | b"pre" | b"textarea" | b"xmp")
}

/// Headings, of which each ends any other.
pub fn is_heading(name: &[u8]) -> bool {
    matches!(name, [b'h', b'1'..=b'6'])
}
