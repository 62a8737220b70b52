using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Mingce.Core;
using Mingce.Core.Pictures;
using Mingce.Core.Ideas;
using Mingce.Core.Preparations;
using Mingce.Core.Retention;
using Mingce.Core.Routines;
using Mingce.Core.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;

namespace Mingce.Web;

/// <summary>The web server: Razor Pages over the ledger.</summary>
public static class Server
{
    /// <summary>The largest request that carries files; every other request is held to <see cref="LargestForm"/>.</summary>
    public const long LargestUpload = EvidenceStore.LargestFile + (1 << 20);

    private const long LargestForm = 1 << 20;

    /// <summary>Builds a server that is ready to start.</summary>
    /// <param name="options">What it runs on.</param>
    /// <param name="configure">Last word on the builder; tests put their own host here.</param>
    /// <exception cref="InvalidOperationException">An endpoint does not carry exactly one access rule.</exception>
    public static WebApplication Create(ServerOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Server).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            EnvironmentName = Environments.Production,
            // Nothing is read anew while the program runs, and a Linux account has only 128 watchers.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Environment.WebRootFileProvider = new UnwatchedFiles(builder.Environment.WebRootFileProvider);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Keys lie in the data folder, which only its owner can read; encrypting them needs a certificate that an office does not have.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A failed start is told by the caller in one sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // The one exception handler answers these; it logs what Faults cannot explain.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        builder.WebHost.ConfigureKestrel(Limit);
        if (options.Urls.Any(u => u.StartsWith("https:", StringComparison.OrdinalIgnoreCase)))
            builder.WebHost.UseKestrelHttpsConfiguration();
        if (options.Urls.Count > 0)
            builder.WebHost.UseUrls([.. options.Urls]);
        AddServices(builder.Services, options);
        configure?.Invoke(builder);

        var app = builder.Build();
        UsePipeline(app);
        app.MapRazorPages();
        Pages.Activities.EvidenceFile.Map(app);
        Pages.IncomingPapers.PaperFiles.Map(app);
        Pages.Reports.Downloads.Map(app);
        Pages.Calendar.FeedFile.Map(app);
        Pages.Preparations.PaperFile.Map(app);
        _ = EndpointList.Of(app);
        return app;
    }

    private static void Limit(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestForm;
    }

    private static void AddServices(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Time);
        services.AddHttpContextAccessor();
        services.AddSingleton<SchemeShelf>();
        services.AddScoped<SchemesInForce>();
        services.AddScoped(s => s.GetRequiredService<SchemesInForce>().Shown);
        services.AddSingleton(RoutineCatalogue.LoadDefault(options.Kinds));
        services.AddSingleton(HolidayCatalogue.Load(options.Folder));
        services.AddSingleton(PaperCatalogue.LoadDefault(options.Kinds));
        services.AddSingleton(IdeaCatalogue.LoadDefault(options.Kinds));
        services.AddSingleton(RetentionCatalogue.LoadDefault(options.Kinds));
        services.AddSingleton(options.Folder.Evidence);
        services.AddSingleton(_ => new Thumbnails(options.Folder.Path, options.Folder.Evidence));
        services.AddSingleton<PictureWorker>();
        services.AddHostedService(s => s.GetRequiredService<PictureWorker>());
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<FirstSetup>();
        services.AddSingleton<RobotClient>();
        services.AddHostedService<DailyWork>();
        services.AddHostedService<SearchIndexer>();
        services.AddScoped<Session>();
        services.AddScoped<WorkCalendar>();
        services.AddScoped(s => s.GetRequiredService<LedgerDb>().ReadKinds());
        services.AddScoped<WorkAgenda>();
        services.AddScoped<Pages.Activities.ActivityChoices>();
        services.AddScoped<Pages.Activities.FormFiles>();
        services.AddScoped<PaperTexts>();
        services.AddScoped<Pages.Activities.HostChoices>();
        services.AddScoped<Pages.Activities.ActivityUsesReader>();
        services.AddScoped<Pages.Activities.KindRules>();
        services.AddScoped<Pages.Activities.PhotoUses>();
        services.AddSingleton<LedgerCache>();
        services.AddScoped(s =>
        {
            var session = s.GetRequiredService<Session>();
            return options.Folder.OpenDb(session.Account?.UnitId, session.Cache);
        });
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddDataProtection().SetApplicationName("mingce");
        services.Configure<KeyManagementOptions>(o => o.XmlRepository = new DurableKeys(options.Folder.KeysPath));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SessionCookie.Configure);
        services.PostConfigure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, o => o.TicketDataFormat = new KeptTickets(o.TicketDataFormat));
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "mingce-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true; // frame-ancestors of the CSP says it
        });
        services.Configure<CookieTempDataProviderOptions>(o =>
        {
            o.Cookie.Name = "mingce-notice";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // What an attacker could guess by the length of an answer, the token of its forms, is another one in every page that is made.
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = LargestUpload);
        services.Configure<MvcOptions>(SetUpPages);
        services.AddRazorPages();
    }

    private static void SetUpPages(MvcOptions mvc)
    {
        mvc.Filters.Add(new KnownRequestsFilter());
        mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var messages = mvc.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, field) => $"{Named(field)}填写不正确，请更正。");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "填写不正确，请更正。");
        messages.SetValueMustBeANumberAccessor(field => $"{Named(field)}应为数字。");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "应为数字。");
        messages.SetValueIsInvalidAccessor(_ => "填写不正确，请更正。");
        messages.SetUnknownValueIsInvalidAccessor(field => $"{Named(field)}填写不正确，请更正。");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写不正确，请更正。");
        messages.SetMissingBindRequiredValueAccessor(field => $"请填写{Named(field)}。");
        messages.SetValueMustNotBeNullAccessor(_ => "请填写此项。");

        // A field of a list has no name of its own on the screen, and its name in code is none of the reader's.
        static string Named(string field) => field.Any(char.IsAsciiLetter) ? "" : field;
    }

    private static void UsePipeline(WebApplication app)
    {
        app.Use(SecurityHeaders.SendAsync);
        app.UseRequestLocalization(o =>
        {
            o.SetDefaultCulture("zh-CN");
            o.SupportedCultures = o.SupportedUICultures = [CultureInfo.GetCultureInfo("zh-CN")];
            o.RequestCultureProviders.Clear();
        });
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = SecurityHeaders.CacheStaticFile });
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/errors/500",
            StatusCodeSelector = StatusOf,
            AllowStatusCode404Response = true,
        });
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<AccessMiddleware>();
        app.UseMiddleware<CachedPages>();
        app.UseResponseCompression();
    }

    private static int StatusOf(Exception e) => e switch
    {
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        _ when Faults.IsDuplicate(e) => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        CorruptEvidenceException => StatusCodes.Status500InternalServerError,
        UserFaultException => StatusCodes.Status422UnprocessableEntity,
        _ when Faults.Explain(e) is not null => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
