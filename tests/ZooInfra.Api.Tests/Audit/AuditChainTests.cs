using Microsoft.Data.Sqlite;
using ZooInfra.Api.Audit;
using ZooInfra.Api.Storage;

namespace ZooInfra.Api.Tests.Audit;

/// <summary>Whatever is done to the rows behind the host's back is found.</summary>
public sealed class AuditChainTests : IAsyncLifetime
{
    private const string Untie = "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_cut; DROP TRIGGER audit_is_not_replaced;";
    private readonly TempFolder _folder = new();
    private SqliteConnection _connection = null!;

    public async Task InitializeAsync()
    {
        var database = await ApiDatabase.OpenAsync(_folder.File("zoo.db"), Migrations.All, CancellationToken.None);
        _connection = await database.ConnectAsync(CancellationToken.None);
        for (var i = 1; i <= 5; i++)
        {
            AuditTable.Append(_connection, [new($"key:billing:{i}", "vpn-peer.create", i % 2 == 0 ? null : "acme_corp", $"laptop é {i}", $"r{i}", "done")], GuardedAt(i));
        }
    }

    public async Task DisposeAsync()
    {
        await _connection.DisposeAsync();
        SqliteConnection.ClearPool(_connection);
        _folder.Dispose();
    }

    [Fact]
    public void Untouched_chain_holds()
    {
        var verdict = AuditVerdict.Walk(_connection, null);

        Assert.Equal((5, GuardedAt(1), GuardedAt(5), null), (verdict.Rows, verdict.From, verdict.To, verdict.Broken));
        Assert.Equal(verdict, AuditVerdict.Walk(_connection, verdict.Head.ToUpperInvariant()));
    }

    [Fact]
    public void Empty_chain_holds()
    {
        Execute($"{Untie} DELETE FROM audit;");

        Assert.Equal(new AuditVerdict(0, null, null, new string('0', 64), null), AuditVerdict.Walk(_connection, null));
    }

    [Theory]
    [InlineData("caller = 'key:billing:X'")]
    [InlineData("caller = caller || char(0) || 'x'")]
    [InlineData("caller = CAST(x'6b65ff' AS TEXT)")]
    [InlineData("action = 'vpn-peer.revoke'")]
    [InlineData("client = NULL")]
    [InlineData("client = ''")]
    [InlineData("client = 'biggov'")]
    [InlineData("target = 'laptop e 3'")]
    [InlineData("request_id = 'r4'")]
    [InlineData("outcome = 'denied'")]
    [InlineData("at = at + 1")]
    [InlineData("at = 9223372036854775807")]
    [InlineData("hash = zeroblob(32)")]
    [InlineData("previous = zeroblob(32)")]
    [InlineData("hash = x''")]
    public void Changed_row_is_named(string change)
    {
        Execute($"{Untie} UPDATE audit SET {change} WHERE number = 3;");

        var verdict = AuditVerdict.Walk(_connection, null);

        Assert.Equal(2, verdict.Rows);
        Assert.StartsWith("The chain breaks at row 3 (", verdict.Broken, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_flipped_bit_is_found()
    {
        Execute(Untie);
        foreach (var (column, length) in (ReadOnlySpan<(string, int)>)[("hash", 32), ("previous", 32), ("caller", 13), ("action", 15), ("outcome", 4), ("target", 11)])
        {
            for (var bit = 0; bit < length * 8; bit += column is "hash" or "previous" ? 7 : 1)
            {
                var before = Blob($"SELECT CAST({column} AS BLOB) FROM audit WHERE number = 3;");
                var after = before.ToArray();
                after[bit / 8] ^= (byte)(1 << (bit % 8));
                Set(column, after);
                Assert.NotNull(AuditVerdict.Walk(_connection, null).Broken);
                Set(column, before);
            }
        }

        Assert.Null(AuditVerdict.Walk(_connection, null).Broken);
    }

    [Fact]
    public void Removed_row_is_missed()
    {
        Execute($"{Untie} DELETE FROM audit WHERE number = 3;");

        Assert.StartsWith("Row 3 is missing: after row 2 comes row 4", AuditVerdict.Walk(_connection, null).Broken, StringComparison.Ordinal);
    }

    [Fact]
    public void Removed_row_is_missed_when_the_numbers_are_closed_up()
    {
        Execute($"{Untie} DELETE FROM audit WHERE number = 3; UPDATE audit SET number = number - 1 WHERE number = 4; UPDATE audit SET number = number - 1 WHERE number = 5;");

        Assert.StartsWith("The chain breaks at row 3 (", AuditVerdict.Walk(_connection, null).Broken, StringComparison.Ordinal);
    }

    [Fact]
    public void Swapped_rows_are_found()
    {
        Execute($"{Untie} UPDATE audit SET number = 99 WHERE number = 2; UPDATE audit SET number = 2 WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 99;");

        Assert.StartsWith("The chain breaks at row 2 (", AuditVerdict.Walk(_connection, null).Broken, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_end_is_found_by_a_head_that_was_written_down()
    {
        var head = AuditVerdict.Walk(_connection, null).Head;
        Execute($"{Untie} DELETE FROM audit WHERE number >= 4;");

        Assert.Null(AuditVerdict.Walk(_connection, null).Broken);
        Assert.StartsWith($"No row has the hash {head}", AuditVerdict.Walk(_connection, head).Broken, StringComparison.Ordinal);
    }

    [Fact]
    public void Head_stays_on_a_chain_that_grew()
    {
        var head = AuditVerdict.Walk(_connection, null).Head;
        AuditTable.Append(_connection, [new("a", "b", null, null, null, "done")], GuardedAt(6));

        Assert.Equal((6, null), AuditVerdict.Walk(_connection, head) is var verdict ? (verdict.Rows, verdict.Broken) : default);
    }

    [Theory]
    [InlineData("UPDATE audit SET outcome = 'x' WHERE number = 1;")]
    [InlineData("DELETE FROM audit WHERE number = 5;")]
    [InlineData("REPLACE INTO audit SELECT number, at, caller, action, client, target, request_id, 'x', previous, hash FROM audit WHERE number = 5;")]
    [InlineData("INSERT INTO audit SELECT number - 7, at, caller, action, client, target, request_id, outcome, previous, hash FROM audit WHERE number = 5;")]
    public void Database_itself_refuses_to_change_what_was_kept(string sql)
        => Assert.Contains("the audit is append-only", Assert.Throws<SqliteException>(() => Execute(sql)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_a_database_or_a_terminal_would_change_is_replaced_before_it_is_hashed()
    {
        AuditTable.Append(_connection, [new("a\0b", "\u001b[31mred", "\ud800", new string('x', 5000), "line\nfeed", "🦓")], GuardedAt(6));

        Assert.Null(AuditVerdict.Walk(_connection, null).Broken);
        var kept = AuditTable.Row(_connection, 6)!.Entry;
        Assert.Equal(("a\ufffdb", "\ufffd[31mred", "\ufffd", "line\ufffdfeed", "🦓"), (kept.Caller, kept.Action, kept.Client, kept.RequestId, kept.Outcome));
        Assert.Equal(513, kept.Target!.Length);
    }

    private static DateTimeOffset GuardedAt(int minute) => Access.GuardedHost.Start.AddMinutes(minute);

    private void Set(string column, byte[] value)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = column is "hash" or "previous" ? $"UPDATE audit SET {column} = $v WHERE number = 3;" : $"UPDATE audit SET {column} = CAST($v AS TEXT) WHERE number = 3;";
        command.Parameters.AddWithValue("$v", value);
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private byte[] Blob(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return (byte[])command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
