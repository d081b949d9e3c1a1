//! The arguments of the program, and what it says of itself. Its words are Chinese, as everywhere in Nianbao.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command, value_parser};
use nianbao::value::Date;

/// The exit status when something could not be done, wrong arguments among it.
pub const USAGE_ERROR: u8 = 2;

const ABOUT: &str = "检查政府信息公开工作年度报告的草稿（.nianbao.json），每个问题输出一行JSON。";

const AFTER: &str = "\
同一单位上一年度的报告若也在其中，两份一并比对；其他单位的报告（不论年度），用来查正文雷同。

退出状态：
  0  没有强制性问题
  1  有强制性问题
  2  参数有误，没有找到草稿，或者有文件没能读出或检查；原因见标准错误输出";

const TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}\n";

/// What is to be checked.
pub struct Arguments {
    /// Files and folders.
    pub paths: Vec<PathBuf>,
    /// The day as on which the drafts are checked.
    pub today: Date,
    /// The file of the local requirements to which all of them are held, in place of those that they carry.
    pub pack: Option<PathBuf>,
}

/// What the program is asked for.
pub enum Asked {
    /// To check.
    Check(Arguments),
    /// To say something of itself: `--help`, `--version`.
    Words(String),
}

fn command() -> Command {
    let option = |name: &'static str, short: char| Arg::new(name).long(name).short(short).help_heading("选项");
    Command::new("nianbao-check")
        .bin_name("nianbao-check")
        .version(env!("CARGO_PKG_VERSION"))
        .about(ABOUT)
        .after_help(AFTER)
        .help_template(TEMPLATE)
        .override_usage("nianbao-check [选项] <文件或文件夹>...")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("paths")
                .value_name("文件或文件夹")
                .help("草稿文件；或文件夹，其中（含各级子文件夹）的 .nianbao.json 都检查")
                .help_heading("参数")
                .num_args(1..)
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("today")
                .long("today")
                .value_name("年-月-日")
                .help("按这一天检查，如 2024-01-20 [默认：北京时间今天]")
                .help_heading("选项")
                .value_parser(|text: &str| text.parse::<Date>().map_err(|()| "日期应写成 年-月-日，如 2024-01-20")),
        )
        .arg(
            Arg::new("pack")
                .long("pack")
                .value_name("文件")
                .help("照这份本地要求（.nianbao-pack.json）检查每一份草稿，不用草稿自带的")
                .help_heading("选项")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(option("help", 'h').help("显示这段说明").action(ArgAction::Help))
        .arg(option("version", 'V').help("显示版本").action(ArgAction::Version))
}

/// Reads the arguments, the program's own name first. An error is a sentence for the person who typed them.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Asked, String> {
    let mut given = match command().try_get_matches_from(arguments) {
        Ok(given) => given,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return Ok(Asked::Words(error.to_string()));
        }
        Err(error) => return Err(refusal(&error)),
    };
    let paths = given.remove_many("paths").into_iter().flatten().collect();
    let today = given.remove_one("today").or_else(today).ok_or("系统时钟不可用，请用 --today 写明日期。")?;
    Ok(Asked::Check(Arguments { paths, today, pack: given.remove_one("pack") }))
}

/// What is wrong with the arguments.
#[expect(clippy::wildcard_enum_match_arm, reason = "clap's kinds of error are not ours, and grow")]
fn refusal(error: &clap::Error) -> String {
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::MissingRequiredArgument => "没有写要检查的文件或文件夹".to_owned(),
        ErrorKind::UnknownArgument => format!("没有“{argument}”这个选项"),
        ErrorKind::ValueValidation => {
            format!("“{}”不能用：日期应写成 年-月-日，如 2024-01-20", context(ContextKind::InvalidValue))
        }
        _ => format!("参数有误：{argument}"),
    };
    format!("{what}。\n用法：nianbao-check [选项] <文件或文件夹>...\n说明：nianbao-check --help")
}

/// Today in China.
#[expect(clippy::disallowed_methods, reason = "this program never runs in a browser")]
fn today() -> Option<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let day = chrono::DateTime::from_timestamp(i64::try_from(seconds + 8 * 3600).ok()?, 0)?.date_naive();
    day.to_string().parse().ok()
}
