"""What people call the codes that drivers and the defect list hold."""

from __future__ import annotations

from appeal_core.language import Bilingual

VALUES = {
    "shipped_late": Bilingual(en="shipped after the expected ship date", zh="在预计发货日期之后才发货"),
    "confirmed_late_only": Bilingual(en="shipped in time, confirmed late", zh="按时发货，但确认晚"),
    "negative_feedback": Bilingual(en="negative feedback", zh="负面反馈"),
    "a_to_z_claim": Bilingual(en="A-to-z claim", zh="亚马逊商城交易保障索赔"),
    "chargeback": Bilingual(en="service credit card chargeback", zh="服务信用卡拒付"),
    "no_valid_tracking": Bilingual(en="no valid tracking", zh="没有有效追踪"),
    "valid_carrier": Bilingual(
        en="carrier not recognised: wrong carrier or not integrated", zh="承运人未被识别：承运人错误或非集成"
    ),
    "valid_tracking": Bilingual(en="tracking ID not valid: invalid ID", zh="追踪编码无效"),
    "carrier_scan": Bilingual(en="not scanned by the carrier", zh="承运人未扫描"),
    "on_time_upload": Bilingual(en="late upload of the tracking ID", zh="追踪编码迟传"),
    "late_beyond_extension": Bilingual(en="late by the extended promise too", zh="按延期后的承诺日期仍延迟"),
    "late_within_extension": Bilingual(en="on time by the extended promise", zh="按延期后的承诺日期准时"),
    "monday": Bilingual(en="Monday", zh="星期一"),
    "tuesday": Bilingual(en="Tuesday", zh="星期二"),
    "wednesday": Bilingual(en="Wednesday", zh="星期三"),
    "thursday": Bilingual(en="Thursday", zh="星期四"),
    "friday": Bilingual(en="Friday", zh="星期五"),
    "saturday": Bilingual(en="Saturday", zh="星期六"),
    "sunday": Bilingual(en="Sunday", zh="星期日"),
}


def value_name(value: str) -> Bilingual | str:
    """A code's name in both languages; any other value as it is."""
    return VALUES.get(value, value)
