//! The formulas, in one place, by the names of the cells and columns they use.

/// Cuts a value to the printed decimals (plus `more`): first to a whole number of
/// the last decimal, rounded at the seventh place after it, so that a double just
/// below a whole number counts as that number.
pub fn cut(value: &str, more: u8) -> String {
    let places = if more == 0 {
        "SO_LE".to_owned()
    } else {
        format!("(SO_LE+{more})")
    };
    format!("INT(ROUND({value}*10^{places},7))/10^{places}")
}

/// As [`cut`], empty for an empty cell.
pub fn cut_or_empty(cell: &str, more: u8) -> String {
    format!("=IF({cell}=\"\",\"\",{})", cut(cell, more))
}

/// q or t of a task: what is left after the deductions, never below the floor.
pub fn left_after(deduction: &str, count: &str, excused: &str) -> String {
    format!("=MAX(SAN_Q_T,1-{deduction}*MAX(0,{count}-{excused}))")
}

/// Sum of a task column over one period of one person.
pub fn task_sum(column: &str, key: &str) -> String {
    format!("=ROUND(SUMIFS({column},NV_KHOA,{key}),9)")
}

/// a, b or c: a sum over its denominator, empty when nothing is assigned (never 0, never 100 %).
pub fn ratio(numerator: &str, assigned: &str, denominator: &str) -> String {
    format!(
        "=IF({assigned}=0,\"\",IF({denominator}=0,0,IF(VUOT_MUC=\"chặn từng tỷ lệ\",MIN(1,{numerator}/{denominator}),{numerator}/{denominator})))"
    )
}

/// The denominator of b and c under the chosen reading.
pub fn denominator(assigned: &str, completed: &str) -> String {
    format!("IF(MAU_SO=\"số lượng hoàn thành\",{completed},{assigned})")
}

/// R: the mean of three or six parts, empty when one is missing.
pub fn mean_of_parts(leader: bool, own: &str, leadership: &str) -> String {
    if leader {
        format!("=IF(COUNT({own},{leadership})=6,(SUM({own})+SUM({leadership}))/6,\"\")")
    } else {
        format!("=IF(COUNT({own})=3,SUM({own})/3,\"\")")
    }
}

/// Points of the task result.
pub fn result_points(ratio: &str) -> String {
    format!(
        "=IF({ratio}=\"\",\"\",IF(VUOT_MUC=\"chặn kết quả\",MIN(DIEM_KET_QUA,{ratio}*DIEM_KET_QUA),{ratio}*DIEM_KET_QUA))"
    )
}

/// The class of a mean.
pub fn class_of(mean: &str) -> String {
    let at_least = |name: &str| format!("ROUND({mean},9)>={name}");
    format!(
        "=IF({mean}=\"\",\"\",INDEX(XEP_LOAI,IF({},1,IF({},2,IF({},3,4)))))",
        at_least("NGUONG_XUAT_SAC"),
        at_least("NGUONG_TOT"),
        at_least("NGUONG_HOAN_THANH"),
    )
}

/// The class after the gates and the head's unit. Without all periods of the year only
/// a gate gives a class.
pub fn class_after_gates(cells: &ClassCells) -> String {
    let ClassCells {
        score,
        missing,
        gate,
        unit,
        unclassified,
    } = cells;
    let limit = format!("IF({unit}=\"\",1,MATCH({unit},XEP_LOAI,0))");
    let earned = format!("INDEX(XEP_LOAI,MAX(MATCH({score},XEP_LOAI,0),{limit}))");
    format!(
        "=IF({unclassified}<>\"\",KHONG_XEP_LOAI,IF({gate}<>\"\",INDEX(XEP_LOAI,4),IF(OR({score}=\"\",{missing}<>\"\"),\"\",{earned})))"
    )
}

/// The cells a class is made of.
pub struct ClassCells {
    pub score: String,
    pub missing: String,
    pub gate: String,
    pub unit: String,
    pub unclassified: String,
}

/// The most people of the best class the cap allows.
///
/// Of those finally rated Tốt: the largest number x of both together with x ≤ share × (both − x),
/// so those the cap moves down count as Tốt.
pub fn cap(last_good: &str, computed_good: &str, last_best: &str) -> String {
    let both = format!("({last_good}+{last_best})");
    let moved = |half: &str| format!("INT(ROUND(({both}*TY_LE_TRAN{half})/(1+TY_LE_TRAN),9))");
    let of_final = rounded(
        &format!("MIN({both},{})", moved("+0.5")),
        &format!("MIN({both},MAX(1,{}))", moved("")),
        &moved(""),
    );
    let base = format!("IF(CO_SO_TRAN=\"theo điểm\",{computed_good},{both})");
    let share = format!("ROUND({base}*TY_LE_TRAN,9)");
    let of_base = rounded(
        &format!("INT({share}+0.5)"),
        &format!("MAX(1,INT({share}))"),
        &format!("INT({share})"),
    );
    format!("=IF(CO_SO_TRAN=\"xếp loại cuối\",{of_final},{of_base})")
}

fn rounded(nearest: &str, at_least_one: &str, down: &str) -> String {
    format!(
        "IF(LAM_TRON_TRAN=\"gần nhất\",{nearest},IF(LAM_TRON_TRAN=\"ít nhất 1\",{at_least_one},{down}))"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cutting_rounds_far_below_the_last_printed_decimal_first() {
        assert_eq!(cut("T6", 0), "INT(ROUND(T6*10^SO_LE,7))/10^SO_LE");
    }

    #[test]
    fn a_leaders_result_needs_all_six_parts() {
        assert!(mean_of_parts(true, "A1:C1", "D1:F1").contains("=6"));
        assert!(mean_of_parts(false, "A1:C1", "D1:F1").contains("=3"));
    }
}
