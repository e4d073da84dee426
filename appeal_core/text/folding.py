"""Letters that mean the same made the same, one for one, so that offsets stay those of the text."""

from __future__ import annotations

_QUOTES = {
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "「": '"',
    "」": '"',
    "『": '"',
    "』": '"',
    "‘": "'",
    "’": "'",
    "´": "'",
    "`": "'",
}
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_SPACES = dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000\t\n", " ")
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
# Traditional and variant characters that Amazon's notices hold, to their simplified twins.
_HAN = dict(
    zip(
        "帳賬帐戶賣買銷遲發貨訂單缺陷關聯業績評論違規則產權標專利侵驗證資凍結仿變體價銀應償險"
        "檢測須為會這沒與個們請將來從時間過還無說開問題對於實際認報圖書條續應當處採動計劃復復響給讓內後號網購確預達類據檔庫運輸遞員",
        "账账账户卖买销迟发货订单缺陷关联业绩评论违规则产权标专利侵验证资冻结仿变体价银应偿险"
        "检测须为会这没与个们请将来从时间过还无说开问题对于实际认报图书条续应当处采动计划复复响给让内后号网购确预达类据档库运输递员",
        strict=True,
    )
)
_TABLE = str.maketrans({**_QUOTES, **_DASHES, **_SPACES, **_WIDE, **_HAN})


def fold(text: str) -> str:
    """`text` with plain quotes, dashes, spaces and widths; as many characters as before."""
    return text.translate(_TABLE)
