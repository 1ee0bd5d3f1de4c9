"""The style sheet: colours as `@naam` (thema.Kleuren), lengths as `8u` and fonts as `11t`, which scale.

`8u-1` is one pixel less: what an edge that grows by a pixel takes, at every scale.
"""

STIJL = """
QToolTip { background: @tekst; color: @vlak; border: none; padding: 6u 8u; }
QFrame[rol="kaart"] { background: @vlak; border: 1px solid @lijn; border-radius: 12u; }
QFrame[rol="kaart"]:focus { border: 2px solid @accent; }
QFrame[rol="lijn"] { background: @lijn; border: none; max-height: 1px; min-height: 1px; }
QFrame[rol="vlak"] { background: @vlak; border: none; }
QFrame[rol="zachtvlak"] { background: @vlak_zacht; border: none; border-radius: 8u; }
QFrame[rol="waarschuwing"], QLabel[rol="waarschuwing"] {
  background: @let_op_vlak; color: @let_op; border: 1px solid @let_op; border-radius: 8u; padding: 8u 12u; }
QFrame[rol="fout"], QLabel[rol="fout"] {
  background: @fout_vlak; color: @fout; border: 1px solid @fout; border-radius: 8u; padding: 8u 12u; }
QFrame[rol="goed"], QLabel[rol="goed"] {
  background: @goed_vlak; color: @goed; border: 1px solid @goed; border-radius: 8u; padding: 8u 12u; }
QFrame[rol="wenk"] {
  background: @accent_vlak; color: @tekst; border: 1px solid @accent; border-radius: 8u; padding: 8u 12u; }
QFrame[rol="waarschuwing"] QLabel { color: @let_op; }
QFrame[rol="fout"] QLabel { color: @fout; }
QFrame[rol="goed"] QLabel { color: @goed; }
QLabel { background: transparent; }
QLabel#qt_msgbox_label { font-weight: 700; }
QLabel[rol="kop1"] { font-size: 21t; font-weight: 700; }
QLabel[rol="kop2"] { font-size: 15t; font-weight: 700; }
QLabel[rol="kop3"] { font-size: 11t; font-weight: 700; }
QLabel[rol="zacht"] { color: @zacht; }
QLabel[rol="klein"] { color: @zacht; font-size: 9.5t; }
QLabel[rol="groot"] { font-size: 14t; }
QLabel[rol="vraag"] { font-size: 17t; }
QLabel[rol="gids"] { color: @zacht; font-size: 11.25t; }
QLabel[rol="veldnaam"] { font-weight: 700; }
QLabel[rol="veldfout"] { color: @fout; font-size: 9.5t; font-weight: 700; }
QLabel[rol="sleutel"] { font-size: 20t; font-weight: 700;
  background: @vlak_zacht; border: 1px solid @lijn; border-radius: 8u; padding: 8u 12u; }
QLabel[rol="merk"], QLabel[rol="merk_let_op"], QLabel[rol="merk_goed"], QLabel[rol="merk_rustig"],
QLabel[rol="merk_fout"] {
  background: @vlak_zacht; color: @tekst; border-radius: 9u; padding: 3u 12u; font-size: 10t; }
QLabel[rol="merk_let_op"] { background: @let_op_vlak; color: @let_op; font-weight: 700; }
QLabel[rol="merk_fout"] { background: @fout_vlak; color: @fout; font-weight: 700; }
QLabel[rol="merk_rustig"] { background: @vlak_zacht; color: @tekst; border: 1px solid @lijn; }
QLabel[rol="merk_goed"] { background: @goed_vlak; color: @goed; }

QPushButton { background: @vlak; color: @tekst; border: 1px solid @rand; border-radius: 8u;
  padding: 6u 16u; min-height: 20u; outline: none; }
QPushButton:hover { background: @vlak_zacht; }
QPushButton:pressed { background: @lijn; }
QPushButton:focus { border: 2px solid @accent; padding: 6u-1 16u-1; }
QPushButton:disabled { color: @zacht; border-color: @lijn; background: @vlak_zacht; }
QPushButton:checked { background: @accent_vlak; border-color: @accent; color: @accent; font-weight: 700; }
QPushButton[rol="hoofdknop"] { background: @accent; color: @op_accent; border: 1px solid @accent;
  font-weight: 700; padding: 8u 20u; }
QPushButton[rol="hoofdknop"]:hover { background: @accent_diep; border-color: @accent_diep; }
QPushButton[rol="hoofdknop"]:focus { border: 2px solid @tekst; padding: 8u-1 20u-1; }
QPushButton[rol="hoofdknop"]:disabled { background: @vlak_zacht; color: @zacht; border-color: @lijn; }
QPushButton[rol="gevaar"] { background: @vlak; color: @fout; border: 2px solid @fout; font-weight: 700;
  padding: 7u 19u; }
QPushButton[rol="gevaar"]:hover { background: @fout_vlak; }
QPushButton[rol="gevaar"]:focus { border: 3px solid @fout; padding: 7u-1 19u-1; }
QPushButton[rol="gevaar"]:disabled { color: @zacht; border: 1px solid @lijn; background: @vlak_zacht; }
QPushButton[rol~="stil"] { background: transparent; border: 1px solid transparent; color: @accent;
  padding: 6u 8u; }
QPushButton[rol~="stil"]:hover { background: @accent_vlak; }
QPushButton[rol~="stil"]:focus { border: 2px solid @accent; padding: 6u-1 8u-1; }
QPushButton[rol~="rij"] { min-height: 0; }
QPushButton[rol="chip"] { border-radius: 15u; padding: 4u 14u; min-height: 24u; }
QPushButton[rol="chip"]:focus { border: 2px solid @accent; padding: 4u-1 14u-1; }
QPushButton[rol="segment"] { border-radius: 4u; padding: 4u 10u; min-width: 24u; }
QPushButton[rol="segment"]:focus { border: 2px solid @accent; padding: 4u-1 10u-1; }
QPushButton[rol="zoek"] { color: @zacht; text-align: left; background: @vlak_zacht; border: 1px solid @rand; }
QPushButton[rol="antwoord"] { font-size: 24t; font-weight: 700; padding: 12u 24u; min-height: 48u;
  border: 2px solid @rand; border-radius: 12u; }
QPushButton[rol="antwoord"]:focus { border: 3px solid @accent; padding: 12u-1 24u-1; }
QPushButton[rol="groot"] { font-size: 13t; padding: 12u 24u; min-height: 32u; }

QFrame#navigatie { background: @balk; border: none; }
QFrame#navigatie QLabel { color: @balk_zacht; font-size: 9t; font-weight: 700; padding: 8u 12u 0u 12u; }
QPushButton[rol~="nav"] { background: transparent; color: @balk_tekst; border: 2px solid transparent;
  border-radius: 8u; padding: 5u 10u; min-height: 24u; text-align: left; font-weight: 400; }
QPushButton[rol~="nav"]:hover { background: @balk_zweef; }
QPushButton[rol~="nav"]:checked { background: @balk_actief; color: @balk_tekst; font-weight: 700; }
QPushButton[rol~="nav"]:focus { border: 2px solid @balk_tekst; padding: 5u 10u; }
QPushButton[rol~="laag"], QPushButton[rol~="laag"]:focus { padding: 1u 10u; min-height: 22u; }
QPushButton[rol~="smal"] { text-align: center; }
QFrame#kop, QFrame#statusregel { background: @vlak; border: none; }
QFrame#kop { border-bottom: 1px solid @lijn; }
QFrame#statusregel { border-top: 1px solid @lijn; }
QFrame#gesprekskop { background: @vlak_zacht; border: none; }
QProgressBar#voortgang_vandaag { border-radius: 0; max-height: 4u; min-height: 4u; }
QProgressBar#voortgang_vandaag::chunk { border-radius: 0; }
QFrame#onderwerpenlade { background: @vlak; border: none; border-right: 1px solid @rand;
  border-radius: 0; }
QFrame#statusregel QLabel { color: @zacht; font-size: 9.5t; }
QFrame#merkvlak { background: @balk; border: none; }
QFrame#merkvlak QLabel { color: @balk_tekst; }
QFrame#merkvlak QLabel[rol="zacht"] { color: @balk_zacht; font-size: 12t; }
QFrame#overleg { background: @vlak; border: 1px solid @rand; border-radius: 12u; }
QFrame#sluier { background: rgba(10, 20, 26, 130); }

QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox { background: @vlak; color: @tekst;
  border: 1px solid @rand; border-radius: 8u; padding: 6u 10u; min-height: 20u;
  selection-background-color: @accent; selection-color: @op_accent; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid @accent; padding: 6u-1 10u-1; }
QLineEdit[rol="fout"], QLineEdit[rol="fout"]:focus { border-color: @fout; }
QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled { background: @vlak_zacht; color: @zacht; }
QLineEdit[rol="groot"] { font-size: 13t; padding: 10u 14u; }
QLineEdit[rol="groot"]:focus { padding: 10u-1 14u-1; }
QComboBox::drop-down { border: none; width: 28u; }
QComboBox::down-arrow { image: url("@beelden/pijl_@soort.svg"); width: 14u; height: 14u; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { background: @vlak; color: @tekst; border: 1px solid @rand; border-radius: 0;
  padding: 0; margin: 0; selection-background-color: @accent_vlak; selection-color: @tekst; outline: none; }
QComboBox QAbstractItemView::item { min-height: 28u; padding: 2u 8u; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }

QRadioButton, QCheckBox { spacing: 10u; padding: 5u 8u; border: 2px solid transparent; border-radius: 8u;
  min-height: 20u; background: transparent; outline: none; }
QRadioButton:hover, QCheckBox:hover { background: @vlak_zacht; }
QRadioButton:focus, QCheckBox:focus { border-color: @accent; }
QRadioButton[rol="optie"]:checked, QCheckBox[rol="optie"]:checked { background: @accent_vlak; }
QRadioButton::indicator, QCheckBox::indicator, QTableView::indicator, QListView::indicator {
  width: 16u; height: 16u; border: 2u solid @rand; background: @vlak; }
QRadioButton::indicator { border-radius: 10u; }
QCheckBox::indicator, QTableView::indicator, QListView::indicator { border-radius: 5u; }
QRadioButton::indicator:checked { border-color: @accent; background: qradialgradient(cx:0.5, cy:0.5,
  radius:0.5, fx:0.5, fy:0.5, stop:0 @accent, stop:0.52 @accent, stop:0.6 @vlak, stop:1 @vlak); }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked {
  border-color: @accent; background: @accent; image: url("@beelden/vink_@soort.svg"); }
QRadioButton:disabled, QCheckBox:disabled { color: @zacht; }

QTableView, QListView, QTreeView { background: @vlak; color: @tekst; border: 1px solid @lijn;
  border-radius: 12u; selection-background-color: @accent_vlak; selection-color: @tekst; outline: none;
  gridline-color: @lijn; padding: 4u; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid @accent; padding: 4u-1; }
QListView::item { padding: 2u 8u; border-radius: 6u; }
QListView::item:selected, QTableView::item:selected { background: @accent_vlak; color: @tekst; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: @vlak; color: @zacht; border: none; border-bottom: 1px solid @lijn;
  padding: 8u 12u; font-size: 10t; font-weight: 700; }
QTableCornerButton::section { background: @vlak; border: none; }

QScrollArea { background: transparent; border: none; }
QScrollArea#voorleesvlak { border: 2px solid transparent; border-radius: 6u; }
QScrollArea#voorleesvlak:focus { border-color: @accent; }
QPdfView { border: 2px solid transparent; }
QPdfView:focus { border: 2px solid @accent; }
QScrollArea > QWidget > QWidget#inhoud { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12u; margin: 2u; }
QScrollBar:horizontal { background: transparent; height: 12u; margin: 2u; }
QFrame#navigatie QScrollBar:vertical { width: 8u; margin: 1u; }
QScrollBar::handle { background: @rand; border-radius: 4u; min-height: 32u; min-width: 32u; }
QScrollBar::handle:hover { background: @zacht; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: none; width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: @lijn; }
QProgressBar { background: @lijn; border: none; border-radius: 3u; max-height: 6u; min-height: 6u; }
QProgressBar::chunk { background: @accent; border-radius: 3u; }
QTabWidget::pane { border: none; }
QTabBar::tab { background: transparent; color: @zacht; padding: 8u 16u; border: none;
  border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: @accent; border-bottom-color: @accent; font-weight: 700; }
QTabBar::tab:focus { color: @tekst; background: @accent_vlak; }
QMenu { background: @vlak; color: @tekst; border: 1px solid @rand; padding: 4u; }
QMenu::item { padding: 6u 24u; border-radius: 6u; }
QMenu::item:selected { background: @accent_vlak; }
QFrame#vraagpaneel QComboBox { padding: 2u 8u; min-height: 18u; font-size: 10t; }
QFrame#vraagpaneel QComboBox:focus { padding: 2u-1 8u-1; }
QFrame#vraagpaneel QPushButton { padding: 3u 8u; min-height: 20u; font-size: 10t; }
QFrame#vraagpaneel QPushButton:focus { padding: 3u-1 8u-1; }
QFrame#vraagpaneel QPushButton[rol="chip"] { padding: 3u 9u; border-radius: 13u; }
QFrame#vraagpaneel QPushButton[rol="chip"]:focus { padding: 3u-1 9u-1; }
QFrame#vraagpaneel QLabel { font-size: 10t; }
"""
