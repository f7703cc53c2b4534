using System.Net;
using ZooInfra.Api.Access;
using ZooInfra.Api.Onboarding;

namespace ZooInfra.Api.Tests.Onboarding;

public sealed class OnboardingTests : IAsyncLifetime
{
    private const string Contoso = """
        # signed 2026-11-02
        client: Contoso Ltd
        sla:
          availability: 99.5
          response: 30m
        billing_model: tiered
        signals:
          - promise: availability
            source: probe of www.contoso.example
            interval: 30s
            no_data: down
          - promise: response
            source: first reply in the ticket desk
            unit: seconds
        meters:
          - name: seats
            source: accounts in the directory

        """;

    private OnboardingHost _host = null!;

    public async Task InitializeAsync() => _host = await OnboardingHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_request_shows_what_it_would_make_and_makes_nothing()
    {
        var before = _host.Repository.WhatIsCheckedOut() + _host.Repository.Git("branch", "--list");

        var plan = await _host.JsonAsync(HttpMethod.Post, "/client", HttpStatusCode.OK, Contoso);

        Assert.True(plan["dry_run"]!.GetValue<bool>());
        Assert.Equal("contoso_ltd", plan["client"]!.ToString());
        Assert.Equal(
            ["infra/stacks/ContosoLtd.cs", "infra/stacks/contracts/contoso_ltd.contract.yaml", "infra/stacks/Pulumi.contoso_ltd.yaml"],
            plan["files"]!.AsArray().Select(file => file!["path"]!.ToString()));
        Assert.Null(plan["branch"]);
        Assert.Equal(before, _host.Repository.WhatIsCheckedOut() + _host.Repository.Git("branch", "--list"));
    }

    [Fact]
    public async Task An_accepted_request_is_a_branch_for_review_and_touches_nothing_that_is_checked_out()
    {
        var before = _host.Repository.WhatIsCheckedOut();

        var made = await _host.JsonAsync(HttpMethod.Post, "/client?dry_run=false", HttpStatusCode.Created, Contoso);

        Assert.Equal("onboard/contoso_ltd", made["branch"]!.ToString());
        Assert.Equal(before, _host.Repository.WhatIsCheckedOut());
        Assert.Equal(made["commit"]!.ToString(), _host.Repository.Git("rev-parse", "onboard/contoso_ltd"));
        Assert.Equal("A\tinfra/stacks/ContosoLtd.cs\nA\tinfra/stacks/Pulumi.contoso_ltd.yaml\nA\tinfra/stacks/contracts/contoso_ltd.contract.yaml", _host.Repository.Git("diff", "--name-status", "main", "onboard/contoso_ltd"));
        Assert.Equal(Contoso.TrimEnd('\n'), _host.Repository.Git("show", "onboard/contoso_ltd:infra/stacks/contracts/contoso_ltd.contract.yaml"));
        Assert.StartsWith("key:ops:", _host.Repository.Git("log", "-1", "--format=%an", "onboard/contoso_ltd"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_branch()
    {
        var first = await _host.JsonAsync(HttpMethod.Post, "/client?dry_run=false", HttpStatusCode.Created, Contoso);
        var second = await _host.JsonAsync(HttpMethod.Post, "/client?dry_run=false", HttpStatusCode.OK, Contoso);
        var other = await _host.JsonAsync(HttpMethod.Post, "/client?dry_run=false", HttpStatusCode.Conflict, Contoso.Replace("99.5", "99.4", StringComparison.Ordinal));

        Assert.Equal(first["commit"]!.ToString(), second["commit"]!.ToString());
        Assert.Contains("onboard/contoso_ltd is there with something else", other["detail"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_patch_is_the_branch()
    {
        await _host.JsonAsync(HttpMethod.Post, "/client?dry_run=false", HttpStatusCode.Created, Contoso);
        var (_, patch) = await _host.SendAsync(HttpMethod.Post, "/client", Contoso, accept: "text/x-patch");

        _host.Repository.Git("stash", "-q");
        _host.Repository.Git("apply", "--index", _host.Repository.WriteTemporary("onboard.patch", patch));

        Assert.Equal(_host.Repository.Git("rev-parse", "onboard/contoso_ltd^{tree}"), _host.Repository.Git("write-tree"));
    }

    [Fact]
    public async Task Offboarding_is_the_exact_inverse()
    {
        var before = _host.Repository.Git("rev-parse", "main^{tree}");
        _host.Repository.Git("stash", "-q");
        var plan = await _host.JsonAsync(HttpMethod.Delete, "/client/acme_corp?dry_run=false", HttpStatusCode.Created);
        _host.Repository.Git("merge", "-q", "--ff-only", "offboard/acme_corp");

        Assert.Equal(3, plan["files"]!.AsArray().Count(file => file!["change"]!.ToString() == "delete"));
        Assert.Equal("", _host.Repository.Git("ls-files"));

        _host.Repository.Git("apply", "--index", "-R", _host.Repository.WriteTemporary("offboard.patch", plan["patch"]!.ToString()));
        Assert.Equal(before, _host.Repository.Git("write-tree"));
    }

    [Fact]
    public async Task A_client_whose_class_stands_with_others_is_left_to_people()
    {
        _host.Repository.Git("stash", "-q");
        File.AppendAllText(Path.Combine(_host.Repository.Stacks, "AcmeCorp.cs"), "[Tenant(\"other\")]\npublic sealed partial class Other : TenantStack;\n");
        _host.Repository.Git("commit", "-qam", "two in one");

        var refused = await _host.JsonAsync(HttpMethod.Delete, "/client/acme_corp", HttpStatusCode.Conflict);

        Assert.Contains("infra/stacks/AcmeCorp.cs holds other clients, too", refused["detail"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_that_would_fail_the_build_is_refused_with_rule_and_place()
    {
        var refused = await _host.JsonAsync(HttpMethod.Post, "/client", HttpStatusCode.UnprocessableEntity, """
            client: BigCo
            sla:
              availability: 99.99
              patch_windows: counted
            billing_model: per-seat
            patch_window:
              days: [Mon, Wed]
              hours: [02:00-04:00 UTC]
            signals:
              - promise: availability
                source: probe
                interval: 30s
                no_data: down
            """);

        var error = Assert.Single(refused["errors"]!.AsArray())!;
        Assert.Equal("ZOO1001", error["rule"]!.ToString());
        Assert.Equal((3, 17), (error["line"]!.GetValue<int>(), error["column"]!.GetValue<int>()));
        Assert.Contains("1200 minutes", error["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client: X\nbiling_model: tiered\n", "ZOO9011", 2, 1, "billing_model")]
    [InlineData("client: X\nsla:\n  availability: 101\n", "ZOO1009", 3, 17, "101")]
    [InlineData("client: [X\n", "ZOO9010", 2, 1, "")]
    [InlineData("client: X\na: &x [*x]\n", "ZOO9010", 2, 4, "")]
    public async Task What_cannot_be_read_is_told_with_its_place(string yaml, string rule, int line, int column, string part)
    {
        var refused = await _host.JsonAsync(HttpMethod.Post, "/client", HttpStatusCode.UnprocessableEntity, yaml);

        var error = refused["errors"]!.AsArray()[0]!;
        Assert.Equal((rule, line, column), (error["rule"]!.ToString(), error["line"]!.GetValue<int>(), error["column"]!.GetValue<int>()));
        Assert.Contains(part, error["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_makes_the_same_contract()
    {
        const string json = """
            {"client": "Contoso Ltd", "sla": {"availability": 99.5, "response": "30m"}, "billing_model": "tiered",
             "signals": [{"promise": "availability", "source": "probe: yes, #1", "interval": "30s", "no_data": "down"}, {"promise": "response", "source": "null", "unit": "seconds"}],
             "meters": [{"name": "seats", "source": "accounts"}]}
            """;
        await _host.JsonAsync(HttpMethod.Post, "/client?dry_run=false", HttpStatusCode.Created, json, "application/json");

        var file = Contracts.ContractFile.Parse("contoso_ltd.contract.yaml", _host.Repository.Git("show", "onboard/contoso_ltd:infra/stacks/contracts/contoso_ltd.contract.yaml") + "\n");

        Assert.Empty(file.Problems);
        var contract = Contracts.ContractReader.Read(file.Facts!).Contract!;
        Assert.Equal("99.5 / 30m", contract.Sla!.ToString());
        Assert.Equal(["probe: yes, #1", "null"], contract.Signals.Select(signal => signal.Source));
    }

    [Theory]
    [InlineData("/client", "application/json", "{\"client\":", HttpStatusCode.BadRequest, "no JSON: line 1")]
    [InlineData("/client", "application/json", "{\"client\":\"a\",\"client\":\"b\"}", HttpStatusCode.BadRequest, "no JSON")]
    [InlineData("/client", "application/json", "[1]", HttpStatusCode.BadRequest, "a JSON object")]
    [InlineData("/client", "text/html", "client: X", HttpStatusCode.UnsupportedMediaType, "application/yaml")]
    [InlineData("/client?dry_run=maybe", "application/yaml", "client: X", HttpStatusCode.BadRequest, "true or false")]
    [InlineData("/client?id=../../etc", "application/yaml", "client: X", HttpStatusCode.BadRequest, "cannot be a client's id")]
    [InlineData("/client?id=ACME_corp", "application/yaml", "client: X", HttpStatusCode.Conflict, "is taken")]
    [InlineData("/client", "application/yaml", "client: 象", HttpStatusCode.BadRequest, "choose one with ?id=")]
    public async Task A_wrong_request_is_told_what_is_wrong(string path, string type, string body, HttpStatusCode status, string part)
    {
        var problem = await _host.JsonAsync(HttpMethod.Post, path, status, body, type);

        Assert.Contains(part, problem["detail"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_of_megabytes_is_refused_unread()
    {
        var problem = await _host.JsonAsync(HttpMethod.Post, "/client", HttpStatusCode.RequestEntityTooLarge, "client: " + new string('x', 300_000));

        Assert.Contains("262144", problem["detail"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_scope_nothing_is_shown()
    {
        await _host.ActAsAsync("reader", [Scope.ReadAll, Scope.ManageVpn], null);

        Assert.Equal(HttpStatusCode.Forbidden, (await _host.SendAsync(HttpMethod.Post, "/client", Contoso)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _host.SendAsync(HttpMethod.Delete, "/client/acme_corp")).Status);
    }

    [Fact]
    public async Task A_bound_onboarder_ends_its_own_clients_only()
    {
        await _host.ActAsAsync("partner", [Scope.Onboard], ["other"]);

        Assert.Equal(HttpStatusCode.NotFound, (await _host.SendAsync(HttpMethod.Delete, "/client/acme_corp")).Status);
    }

    [Fact]
    public async Task A_bound_onboarder_proposes_nobody_since_the_answer_would_tell_of_others()
    {
        await _host.ActAsAsync("partner", [Scope.Onboard], ["other"]);

        var (taken, body) = await _host.SendAsync(HttpMethod.Post, "/client?id=acme_corp", Contoso);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (taken, (await _host.SendAsync(HttpMethod.Post, "/client?id=nobody", Contoso)).Status));
        Assert.Contains("client:onboard for all clients", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contoso..ltd")]
    [InlineData(".contoso")]
    [InlineData("contoso.")]
    [InlineData("contoso.lock")]
    public async Task An_id_that_no_branch_can_have_is_told_and_still_has_a_patch(string id)
    {
        var (status, body) = await _host.SendAsync(HttpMethod.Post, $"/client?id={id}&dry_run=false", Contoso);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Git takes no branch", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _host.SendAsync(HttpMethod.Post, $"/client?id={id}", Contoso, accept: "text/x-patch")).Status);
    }

    [Fact]
    public async Task A_method_that_is_not_there_is_told_all_that_are()
    {
        await _host.ActAsAsync("all", [Scope.Onboard, Scope.ReadAll], null);

        Assert.Contains("use GET or HEAD or POST, not 'PUT'", (await _host.SendAsync(HttpMethod.Put, "/client")).Body, StringComparison.Ordinal);
        Assert.Contains("use GET or HEAD or DELETE, not 'PUT'", (await _host.SendAsync(HttpMethod.Put, "/client/acme_corp")).Body, StringComparison.Ordinal);
        Assert.Contains("use GET or HEAD, not 'PUT'", (await _host.SendAsync(HttpMethod.Put, "/client/acme_corp/exceptions")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Acme Corp", "acme_corp")]
    [InlineData("  Smith & Sons, Ltd. ", "smith_sons_ltd")]
    [InlineData("Söhne GmbH", null)]
    [InlineData("3M", "3m")]
    [InlineData("象", null)]
    public void An_id_is_what_people_would_write(string name, string? id) => Assert.Equal(id, ClientNames.IdOf(name));

    [Theory]
    [InlineData("acme_corp", "AcmeCorp")]
    [InlineData("3m", "Client3m")]
    [InlineData("a.b-c", "ABC")]
    [InlineData("__", "Client")]
    public void A_class_is_named_after_its_client(string id, string name) => Assert.Equal(name, ClientNames.ClassOf(id));
}
