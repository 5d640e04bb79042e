from merge_logs import merge_logs


def write(path, *lines):
    """Write a log with these lines."""
    path.write_text("".join([line + "\n" for line in lines]), encoding="utf-8")


def test_puts_the_lines_of_two_logs_in_order_of_time(tmp_path):
    write(tmp_path / "gate.log", "2026-03-02 08:15 van 3 in", "2026-03-02 09:00 van 3 out")
    write(tmp_path / "vans.log", "2026-03-02 08:40 van 3 loaded")
    merge_logs(tmp_path, tmp_path / "story.txt")
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == (
        "2026-03-02 08:15 van 3 in\n2026-03-02 08:40 van 3 loaded\n2026-03-02 09:00 van 3 out\n"
    )


def test_puts_the_lines_of_one_log_in_order(tmp_path):
    write(tmp_path / "gate.log", "2026-03-03 07:00 b", "2026-03-02 19:00 a")
    merge_logs(tmp_path, tmp_path / "story.txt")
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == (
        "2026-03-02 19:00 a\n2026-03-03 07:00 b\n"
    )


def test_returns_how_many_lines_there_are(tmp_path):
    write(tmp_path / "gate.log", "2026-03-02 08:15 a", "2026-03-02 09:00 b")
    write(tmp_path / "vans.log", "2026-03-02 08:40 c")
    assert merge_logs(tmp_path, tmp_path / "story.txt") == 3


def test_the_same_minute_goes_by_the_names_of_the_files(tmp_path):
    write(tmp_path / "vans.log", "2026-03-02 08:15 arrives")
    write(tmp_path / "gate.log", "2026-03-02 08:15 opens")
    write(tmp_path / "desk.log", "2026-03-02 08:15 signs")
    merge_logs(tmp_path, tmp_path / "story.txt")
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == (
        "2026-03-02 08:15 signs\n2026-03-02 08:15 opens\n2026-03-02 08:15 arrives\n"
    )


def test_lines_of_the_same_minute_in_one_log_keep_their_order(tmp_path):
    write(tmp_path / "gate.log", "2026-03-02 08:15 rings", "2026-03-02 08:15 enters")
    merge_logs(tmp_path, tmp_path / "story.txt")
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == (
        "2026-03-02 08:15 rings\n2026-03-02 08:15 enters\n"
    )


def test_the_last_character_of_the_time_counts(tmp_path):
    write(tmp_path / "gate.log", "2026-03-02 08:16 a", "2026-03-02 08:15 b")
    merge_logs(tmp_path, tmp_path / "story.txt")
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == (
        "2026-03-02 08:15 b\n2026-03-02 08:16 a\n"
    )


def test_nothing_after_the_time_counts(tmp_path):
    write(tmp_path / "gate.log", "2026-03-02 08:15 rings", "2026-03-02 08:15\tenters")
    merge_logs(tmp_path, tmp_path / "story.txt")
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == (
        "2026-03-02 08:15 rings\n2026-03-02 08:15\tenters\n"
    )


def test_a_last_line_without_a_line_ending_gets_one(tmp_path):
    (tmp_path / "gate.log").write_text("2026-03-02 08:15 a", encoding="utf-8")
    (tmp_path / "vans.log").write_text("2026-03-02 08:20 b", encoding="utf-8")
    merge_logs(tmp_path, tmp_path / "story.txt")
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == (
        "2026-03-02 08:15 a\n2026-03-02 08:20 b\n"
    )


def test_keeps_the_last_character_of_a_line(tmp_path):
    write(tmp_path / "gate.log", "2026-03-02 08:15 who is there?")
    merge_logs(tmp_path, tmp_path / "story.txt")
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == (
        "2026-03-02 08:15 who is there?\n"
    )


def test_leaves_out_empty_lines(tmp_path):
    write(tmp_path / "gate.log", "", "2026-03-02 08:15 a", "   ", "2026-03-02 08:20 b")
    assert merge_logs(tmp_path, tmp_path / "story.txt") == 2
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == (
        "2026-03-02 08:15 a\n2026-03-02 08:20 b\n"
    )


def test_spaces_at_the_ends_of_a_line_stay(tmp_path):
    write(tmp_path / "gate.log", "2026-03-02 08:15 a  ")
    merge_logs(tmp_path, tmp_path / "story.txt")
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == "2026-03-02 08:15 a  \n"


def test_reads_only_logs(tmp_path):
    write(tmp_path / "gate.log", "2026-03-02 08:15 a")
    write(tmp_path / "notes.txt", "2026-03-02 08:10 buy tea")
    assert merge_logs(tmp_path, tmp_path / "story.txt") == 1


def test_does_not_read_its_own_target(tmp_path):
    write(tmp_path / "gate.log", "2026-03-02 08:15 a")
    write(tmp_path / "all.log", "2026-03-01 08:15 yesterday")
    assert merge_logs(tmp_path, tmp_path / "all.log") == 1
    assert (tmp_path / "all.log").read_text(encoding="utf-8") == "2026-03-02 08:15 a\n"


def test_a_log_with_the_name_of_the_target_in_another_folder_is_read(tmp_path):
    (tmp_path / "logs").mkdir()
    write(tmp_path / "logs" / "all.log", "2026-03-02 08:15 a")
    assert merge_logs(tmp_path / "logs", tmp_path / "all.log") == 1
    assert (tmp_path / "all.log").read_text(encoding="utf-8") == "2026-03-02 08:15 a\n"


def test_keeps_every_letter(tmp_path):
    write(tmp_path / "gate.log", "2026-03-02 08:15 Tomás opens")
    merge_logs(tmp_path, tmp_path / "story.txt")
    assert (tmp_path / "story.txt").read_bytes().rstrip() == (
        "2026-03-02 08:15 Tomás opens".encode()
    )


def test_without_logs_the_target_is_empty(tmp_path):
    assert merge_logs(tmp_path, tmp_path / "story.txt") == 0
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == ""


def test_logs_in_folders_inside_the_folder_are_not_read(tmp_path):
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "gate.log").write_text("2026-03-01 08:15 van 1 in\n", encoding="utf-8")
    (tmp_path / "gate.log").write_text("2026-03-02 08:15 van 3 in\n", encoding="utf-8")
    assert merge_logs(tmp_path, tmp_path / "all.txt") == 1


def test_many_files_go_by_their_names(tmp_path):
    names = [f"{letter}.log" for letter in "mcxaqtbzk"]
    for name in names:
        write(tmp_path / name, f"2026-03-02 08:15 {name}")
    merge_logs(tmp_path, tmp_path / "story.txt")
    lines = (tmp_path / "story.txt").read_text(encoding="utf-8").splitlines()
    assert lines == [f"2026-03-02 08:15 {name}" for name in sorted(names)]


def test_a_name_that_goes_on_after_log_is_no_log(tmp_path):
    write(tmp_path / "gate.log", "2026-03-02 08:15 a")
    write(tmp_path / "gate.log.old", "2026-03-01 08:15 b")
    assert merge_logs(tmp_path, tmp_path / "story.txt") == 1


def test_the_same_line_twice_is_there_twice(tmp_path):
    write(tmp_path / "gate.log", "2026-03-02 08:15 rings", "2026-03-02 08:15 rings")
    write(tmp_path / "vans.log", "2026-03-02 08:15 rings")
    assert merge_logs(tmp_path, tmp_path / "story.txt") == 3
